package sourcebook.search.lucene;

import java.util.List;

/// What is sought in the positions of a text, in the terms of the index ([Terms]).
sealed interface Shape {
    /// This word, whole or broken at a line end.
    record One(String term) implements Shape {}

    /// Any word of a pattern, whole or broken at a line end.
    record Any(WordPattern pattern) implements Shape {}

    /// What keeps two characters from standing side by side.
    record Mark() implements Shape {}

    /// Any one word, whole or broken at a line end; only between two others of a row.
    record Gap() implements Shape {}

    /// One behind the other.
    record Row(List<Shape> parts) implements Shape {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    record Either(List<Shape> parts) implements Shape {
        public Either {
            parts = List.copyOf(parts);
        }
    }

    /// Near each other, as [sourcebook.search.Query.Near] says.
    record Near(List<Shape> parts, int between, boolean ordered) implements Shape {
        public Near {
            parts = List.copyOf(parts);
        }
    }
}
