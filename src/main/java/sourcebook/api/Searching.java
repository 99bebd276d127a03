package sourcebook.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes the parameters that [SearchParameters] reads.
@Parameter(in = QUERY, name = "q", description = "The query, in the query language")
@Parameter(
        in = QUERY,
        name = "country",
        description = "ISO 3166 code, repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "publishedIn",
        description = "ISO 3166 code, repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "source",
        description = "Outlet or publisher, repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "language",
        description = "ISO 639 code, repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "type",
        description = "Kind of document, repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "year",
        description = "Year, repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "month",
        description = "Month such as 2014-03, repeatable; together with its year",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "x.NAME",
        description = "A value of the facet NAME, which the archive's settings make of a sidecar's column; repeatable",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        in = QUERY,
        name = "like",
        description = "Only what is like this document: its id, or how it begins; with :START-END behind it like "
                + "that passage of its text. It and its copies are left out; by relevance the likest come first")
@Parameter(in = QUERY, name = "yearFrom", description = "First year of a range", schema = @Schema(type = "integer"))
@Parameter(in = QUERY, name = "yearTo", description = "Last year of a range", schema = @Schema(type = "integer"))
@Parameter(
        in = QUERY,
        name = "sort",
        schema =
                @Schema(
                        allowableValues = {"relevance", "newest", "oldest"},
                        defaultValue = "relevance"))
@Parameter(
        in = QUERY,
        name = "match",
        description = "Whether all words must match or any may",
        schema =
                @Schema(
                        allowableValues = {"all", "any"},
                        defaultValue = "all"))
@Parameter(
        in = QUERY,
        name = "count",
        description = "Whether each copy of a story counts, or all of them as one: in totals, results, facets and "
                + "hit counts alike. For a story the earliest dated of its matching copies is given",
        schema =
                @Schema(
                        allowableValues = {"copies", "stories"},
                        defaultValue = "copies"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Searching {}
