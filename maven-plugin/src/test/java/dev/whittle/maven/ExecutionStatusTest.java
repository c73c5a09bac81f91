package dev.whittle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionStatusTest {
    @ParameterizedTest
    @CsvSource({"default-cli, default-cli", "../shop, _2e__2e__2f_shop", "a b:c, a_20_b_3a_c", "ü_1, _fc__5f_1"})
    void givesEveryExecutionAFolderOfItsOwn(String executionId, String fileName) {
        assertThat(ExecutionStatus.fileName(executionId)).isEqualTo(fileName);
    }
}
