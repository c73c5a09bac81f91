package dev.whittle.maven.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactCoordinatesTest {
    @ParameterizedTest
    @CsvSource({
        "g:a,                  g, a, jar,  '',        ",
        "' g:a ',              g, a, jar,  '',        ",
        "g:a:1.0,              g, a, jar,  '',        1.0",
        "g:a:v1-SNAPSHOT,      g, a, jar,  '',        v1-SNAPSHOT",
        "g:a:zip,              g, a, zip,  '',        ",
        "g:a:json:1.0,         g, a, json, '',        1.0",
        "g:a:jar:models,       g, a, jar,  models,    ",
        "g:a:jar:models:1.0,   g, a, jar,  models,    1.0",
        "g:a:jar::v1,          g, a, jar,  '',        v1",
        "g:a:jar:2models:1.0,  g, a, jar,  2models,   1.0",
        "o.e.x:y_z:1.0,        o.e.x, y_z, jar, '',   1.0"
    })
    void reads(String text, String group, String artifact, String extension, String classifier, String version) {
        assertThat(ArtifactCoordinates.parse(text))
                .isEqualTo(new ArtifactCoordinates(group, artifact, extension, classifier, version));
    }

    @ParameterizedTest
    @CsvSource({
        "'',              it has 1 part",
        "a,               it has 1 part",
        "a:b:jar:d:e:f,   it has 6 parts",
        ":a,              part 1 is empty",
        "g:,              part 2 is empty",
        "g:a:,            part 3 is empty",
        "g:a:jar:,        part 4 is empty",
        "g:a:jar:c:,      part 5 is empty",
        "g:a:war:1.0,     'the extension ''war'' is none of jar, zip and json'",
        "g:a:${v},        the property ${v} is not set",
        "g:a b,           '''a b'' holds a space or a slash'",
        "g/h:a,           '''g/h'' holds a space or a slash'",
        "'g:..\\a',       '''..\\a'' holds a space or a slash'"
    })
    void refuses(String text, String why) {
        assertThatThrownBy(() -> ArtifactCoordinates.parse(text))
                .isInstanceOf(MisconfigurationException.class)
                .hasMessage("the artifact '" + text
                        + "' is not of the form groupId:artifactId[:extension[:classifier]][:version]: " + why);
    }

    @Test
    void readsBackWhatItPrints() {
        ArtifactCoordinates all = new ArtifactCoordinates("g", "a", "zip", "models", "1.0");
        ArtifactCoordinates few = new ArtifactCoordinates("g", "a", "jar", "", null);

        assertThat(all).hasToString("g:a:zip:models:1.0");
        assertThat(few).hasToString("g:a:jar");
        assertThat(ArtifactCoordinates.parse(all.toString())).isEqualTo(all);
        assertThat(ArtifactCoordinates.parse(few.toString())).isEqualTo(few);
        assertThat(few.withVersion("2")).hasToString("g:a:jar:2");
    }
}
