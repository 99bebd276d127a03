package sourcebook.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Finds whose text it is where another outlet printed it: by leave, by its first printing, by the
/// agency whose mark it bears. Pure.
final class Reprint {
    /// The field of a record that it is kept in.
    static final String FIELD = "reprinted from";

    /// Such lines stand at the head or at the end.
    private static final int HEAD_CHARS = 2000;

    private static final int TAIL_CHARS = 2500;
    /// Around a word that tells such a sentence.
    private static final int BEFORE = 120;

    private static final int BEHIND = 240;
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 7;

    private static final String NAME = "[\"'“„«»‘’《]?((?:(?!\\n\\n)[^.;\"“”«»《》<>()\\[\\]|]|\\.(?=\\p{L}{2})){2,70})";

    /// One of these stands in each of the sentences below.
    private static final List<Folded.Piece> TRIGGERS = Stream.of(
                    "permission",
                    "published by",
                    "published in",
                    "published on",
                    "published at",
                    "appeared",
                    "republished",
                    "originally",
                    "printed by",
                    "printed in",
                    "posted on",
                    "posted by",
                    "posted at",
                    "written for",
                    "written by",
                    " ran in",
                    " ran on",
                    "publié",
                    "paru",
                    "autorisation",
                    "publicad",
                    "publicó",
                    "permiso",
                    "autorización",
                    "pubblicato",
                    "apparso",
                    "gentile concessione",
                    "genehmigung",
                    "erschien",
                    "zuerst",
                    "ursprünglich",
                    "erstmals",
                    "опубликован",
                    "напечатан",
                    "разрешения",
                    "نشر",
                    "نُشر",
                    "بإذن",
                    "转",
                    "轉",
                    "摘自",
                    "首发",
                    "首發",
                    "原载",
                    "原載",
                    "刊载",
                    "刊登",
                    "授权",
                    "许可",
                    "同意")
            .map(Folded.Piece::of)
            .toList();

    /// Sentences that say it: what they name is taken as it is.
    private static final List<Pattern> STATED = patterns(
            "(?:re)?(?:printed|published|produced|posted) (?:here )?(?:with|by) (?:the )?(?:kind )?permission (?:of|from) ",
            "(?:this|the) (?:article|story|piece|report|post|essay|text|interview|column|commentary) (?:was |is |has been |had been )?(?:first |originally |previously )*(?:published|appeared|printed|posted|ran|written) (?:first |originally )?(?:by|in|on|at|for) ",
            "(?:originally|first) (?:published|appeared|printed|posted) (?:by|in|on|at) ",
            "republished from ",
            "cet article (?:a été|est) (?:initialement |d'abord |originellement )?(?:publié|paru)(?: initialement| d'abord)? (?:par|dans|sur|en) ",
            "(?:publié|paru) (?:initialement|d'abord|originellement) (?:par|dans|sur) ",
            "(?:reproduit|publié|repris)e? avec l['’](?:aimable )?autorisation d(?:e |u |es |['’])",
            "este (?:artículo|texto|reportaje) (?:fue|ha sido|se) (?:publicado|publicó)?(?: originalmente| por primera vez| inicialmente)* ?(?:publicado )?(?:originalmente )?(?:por|en) ",
            "publicado (?:originalmente|por primera vez|inicialmente|originariamente) (?:por|en|em|no|na|pelo|pela) ",
            "(?:reproducido|publicado|reimpreso) con (?:el |la )?(?:amable )?(?:permiso|autorización) de ",
            "este (?:artigo|texto) foi (?:originalmente |inicialmente )?publicado (?:originalmente )?(?:em|no|na|pelo|pela|por) ",
            "questo articolo è (?:stato )?(?:originariamente |originalmente )?(?:pubblicato|apparso)(?: originariamente| originalmente| per la prima volta)? (?:su|da|in|sul|dal|nel) ",
            "per gentile concessione d(?:i |el |ella |ell['’])",
            "(?:nachdruck|abdruck|veröffentlicht|nachgedruckt|wiedergabe|abgedruckt)? ?mit (?:freundlicher )?genehmigung (?:von |der |des |vom )",
            "(?:dieser|der) (?:artikel|beitrag|text|kommentar|bericht) (?:ist |erschien |wurde )(?:zuerst |ursprünglich |erstmals |zunächst )(?:in |bei |auf |im |von |vom )(?:der |dem )?",
            "(?:zuerst|ursprünglich|erstmals) (?:erschienen|veröffentlicht) (?:in |bei |auf |im |von |am )(?:der |dem )?",
            "(?:впервые|первоначально) (?:опубликован[аоы]?|напечатан[аоы]?) (?:в |на |газетой |журналом )?(?:газете |журнале |сайте )?",
            "(?:статья|материал|текст) (?:впервые |первоначально )?(?:был[аи]? )?опубликован[аоы]? (?:в |на )(?:газете |журнале |сайте )?",
            "(?:перепечатано|публикуется|перепечатывается) с (?:любезного )?разрешения ",
            "ن[ُ]?شر (?:هذا )?(?:المقال|التقرير|النص) (?:أول مرة |لأول مرة |أصلا |في الأصل )?(?:في|على) (?:صحيفة |موقع |مجلة )?",
            "(?:أعيد نشره|أعيد النشر|نشر) بإذن (?:خاص )?من ",
            "republished with permission by ");

    private static final List<Pattern> STATED_IN_CHINESE = List.of(
            Pattern.compile("(?:转载自|轉載自|转自|本文转自|摘自)[：:]?\\s*[《「“]?([^》」”\\n，。；、（）()\\s]{2,20})"),
            Pattern.compile("(?:本文|原文|文章)?(?:首发|原载|原載|首發|刊载|刊登)[于於在]\\s*[《「“]?([^》」”\\n，。；、（）()\\s]{2,20})"),
            Pattern.compile("经[《「“]?([^》」”\\n，。；、（）()\\s]{2,20})[》」”]?(?:授权|许可|同意)(?:转载|发布|刊登)"));

    /// Marks of agencies and lines of origin: what they name must be a known outlet.
    private static final List<Telltale> MARKS = List.of(
            Telltale.of(
                    Pattern.compile(
                            "(?im)^\\s*(?:source|quelle|quellen|fuente|fonte|kaynak|источник|المصدر|来源|來源|出典|출처|via|credit|with material from|mit material von|с материалами|avec|con información de)\\s*[：:]\\s*([^\\n|]{2,60})$"),
                    ":",
                    "："),
            Telltale.of(Pattern.compile("(?m)^.{2,60}?[(（]([\\p{L}][\\p{L}./& -]{1,30})[)）]\\s*[-–—.:]"), "(", "（"),
            Telltale.of(
                    Pattern.compile("(?m)^[ \\t*_>]{0,8}[(（]([\\p{L}][\\p{L}./& -]{1,30})[)）] ?[-–—](?=\\s|\\p{L})"),
                    "(",
                    "（"),
            Telltale.of(Pattern.compile("[(（\\[/]([\\p{L}][\\p{L}./& -]{1,30})[)）\\]]\\s*\\z"), ")", "）", "]"),
            Telltale.of(
                    Pattern.compile(
                            "^\\s*(?:\\S.{0,80}\\n+)?\\s*(新华社|中新社|中新网|人民网|路透社|法新社|美联社|塔斯社|韩联社|朝中社|共同社)[^\\n]{2,24}(?:电|報道|报道|讯)"),
                    "社",
                    "网"),
            Telltale.of(
                    Pattern.compile("(?m)^.{2,60}?\\. ?/?[-–—]? ?(ТАСС|РИА Новости|Интерфакс|БЕЛТА|Рейтер)[./]"),
                    "тасс",
                    "риа новости",
                    "интерфакс",
                    "белта",
                    "рейтер"),
            Telltale.of(
                    Pattern.compile(
                            "(?m)^.{2,40}? ?[-–—(]\\s*(ТАСС|РИА Новости|Интерфакс|БЕЛТА|وكالات|رويترز|فرانس برس|سانا|واس|وفا)\\s*[)./:–—-]"),
                    "тасс",
                    "риа новости",
                    "интерфакс",
                    "белта",
                    "وكالات",
                    "رويترز",
                    "فرانس برس",
                    "سانا",
                    "واس",
                    "وفا"));

    private Reprint() {}

    private static List<Pattern> patterns(String... starts) {
        return Arrays.stream(starts)
                .map(start -> Pattern.compile("(?iu)" + start + "(?-i)" + NAME))
                .toList();
    }

    /// The outlet whose text it is, null when nothing says it or when it is the source itself.
    ///
    /// @param source that printed it, null when it is not known
    static @Nullable Evidenced<String> find(Clues clues, @Nullable String source, SourceNames names) {
        // pasted texts keep the web's no-break spaces
        String text = clues.text().text().replace('\u00A0', ' ');
        String furniture = clues.text().furniture().replace('\u00A0', ' ');
        for (String place : List.of(head(text), tail(text), head(furniture), tail(furniture))) {
            Evidenced<String> found = stated(place, source, names);
            if (found != null && !SiteName.spells(found.value(), clues.host())) {
                return found;
            }
        }
        String declared = clues.meta("original-source", "syndication-source", "dcterms.source", "dc.source");
        Evidenced<String> found =
                declared == null ? null : known(host(declared), declared, "original-source", source, names);
        String author = clues.meta("author", "dc.creator", "byl");
        if (found == null && author != null && source != null) {
            found = known(author, author, "author", source, names);
        }
        for (String place : found != null ? List.<String>of() : List.of(head(text), tail(text))) {
            Folded folded = Folded.of(place);
            for (Telltale mark : MARKS) {
                Matcher match = mark.matcher(place, folded);
                while (found == null && match.find()) {
                    found = known(match.group(1), match.group(), "agency mark", source, names);
                }
            }
        }
        return found;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(HEAD_CHARS, text.length()));
    }

    /// What is behind the head.
    private static String tail(String text) {
        return text.substring(Math.min(text.length(), Math.max(HEAD_CHARS, text.length() - TAIL_CHARS)));
    }

    private static String host(String declared) {
        String host = UrlRules.hostOf(declared.strip());
        return host.isEmpty() ? declared.strip() : host;
    }

    private static @Nullable Evidenced<String> stated(String place, @Nullable String source, SourceNames names) {
        for (String near : sentences(place)) {
            Evidenced<String> found = said(near, source, names);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// What is around the words that such a sentence holds: the patterns cost a hundred times as much as this.
    private static List<String> sentences(String place) {
        if (place.isEmpty()) {
            return List.of();
        }
        String small = place.toLowerCase(Locale.ROOT);
        if (small.length() != place.length()) {
            return List.of(place); // in the few scripts where small letters are more
        }
        Folded folded = Folded.as(small);
        BitSet near = new BitSet(place.length());
        for (Folded.Piece piece : TRIGGERS) {
            String trigger = piece.text();
            for (int at = folded.holds(piece) ? small.indexOf(trigger) : -1;
                    at >= 0;
                    at = small.indexOf(trigger, at + 1)) {
                near.set(Math.max(0, at - BEFORE), Math.min(place.length(), at + BEHIND));
            }
        }
        List<String> sentences = new ArrayList<>();
        for (int from = near.nextSetBit(0); from >= 0; ) {
            int to = near.nextClearBit(from);
            sentences.add(place.substring(from, to));
            from = near.nextSetBit(to);
        }
        return sentences;
    }

    private static @Nullable Evidenced<String> said(String place, @Nullable String source, SourceNames names) {
        for (List<Pattern> patterns : List.of(STATED, STATED_IN_CHINESE)) {
            for (Pattern pattern : patterns) {
                Matcher match = pattern.matcher(place);
                if (match.find()) {
                    String name = name(match.group(1), names, patterns == STATED_IN_CHINESE);
                    if (name != null && !name.equals(source)) {
                        return Evidenced.of(name, "reprint", line(match.group()), Confidence.HIGH);
                    }
                }
            }
        }
        return null;
    }

    /// The outlet at the beginning of what follows "published by": the longest known one, else the
    /// words that begin with capitals.
    private static @Nullable String name(String raw, SourceNames names, boolean chinese) {
        String clean = raw.replaceAll("\\s+", " ").strip();
        String[] words = clean.split(" ", -1);
        for (int n = Math.min(words.length, MOST_WORDS); n > 0; n--) {
            String part = String.join(" ", Arrays.copyOf(words, n));
            Optional<String> known = outlet(part.replaceAll("[,:;–—-]+$", ""), names);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (chinese) {
            return clean;
        }
        if (words.length > 1 && Character.isDigit(words[1].isEmpty() ? ' ' : words[1].charAt(0))) {
            return null; // "first published on Nov 20"
        }
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            boolean joins = word.matches("of|the|for|and|de|du|des|la|le|les|el|los|der|die|das|für|und|y|e|&|i|и");
            boolean capital = !word.isEmpty()
                    && !Character.isLowerCase(word.codePointAt(0))
                    && Character.isLetter(word.codePointAt(0));
            if (!capital && !(joins && !name.isEmpty()) && !(joins && word.equals("the") && name.isEmpty())) {
                break;
            }
            name.append(name.isEmpty() ? "" : " ").append(word);
            if (word.endsWith(",") || word.endsWith(":")) {
                break;
            }
        }
        String found =
                name.toString().replaceAll("(?:[,:]| (?:of|the|for|and|de|du|la|le|el|der|die|und|y|e|i|и))+$", "");
        found = found.startsWith("the ") ? found.substring(4) : found;
        return found.length() < 3 || found.length() > LONGEST || TitleText.meaningless(found) ? null : found;
    }

    private static Optional<String> outlet(String part, SourceNames names) {
        String bare = part.replaceFirst("(?i)^(?:the |la |le |el |der |die |das |газете |журнале )", "");
        return names.name(part).or(() -> names.name(bare));
    }

    /// The first of several marks: of "(Ida Berg/AP)" nothing is taken, since that is the picture's.
    private static @Nullable Evidenced<String> known(
            String raw, String text, String rule, @Nullable String source, SourceNames names) {
        String first = raw.split("[/|]|, | und | and | et ", 2)[0].strip();
        String name = outlet(first, names).orElse(null);
        if (name == null
                || name.equals(source)
                || Outlets.name(first).filter(n -> n.equals(source)).isPresent()) {
            return null;
        }
        return Evidenced.of(name, rule, line(text), Confidence.MEDIUM);
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}
