import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.tiny.model.*;
import com.example.tiny.TinyClient;
import dev.whittle.codegen.harness.Wire;
import dev.whittle.runtime.error.MalformedResponseException;
import dev.whittle.runtime.shape.Blob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

public final class Exercise {
    private final Wire wire = new Wire();
    private final TinyClient client = wire.connect(TinyClient.builder());

    private static final String WIRE = """
            {"aString":"s","aBoolean":true,"aByte":-128,"aShort":32767,"anInteger":-2147483648,"aLong":9223372036854775807,\
            "aFloat":1.5,"aDouble":"NaN","aBigInteger":123456789012345678901234567890,"aBigDecimal":0.1234567890123456789,\
            "aBlob":"AQI=","aTimestamp":1.5,"aCharacter":"c"}""";

    public void everyTypeGoesBothWays() {
        Mandatory mandatory = mandatory();
        wire.answer(200, "{\"message\":{\"mandatory\":" + WIRE + ",\"optional\":" + WIRE + "}}");
        EchoResponse response = client.echo(r -> r.message(m -> m.mandatory(mandatory)));
        assertThat(wire.body()).isEqualTo("{\"message\":{\"mandatory\":" + WIRE + "}}");
        assertThat(response.message().mandatory()).isEqualTo(mandatory);
        assertThat(response.message().optional().aLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(response.message().optional().aBlob()).isEqualTo(Blob.of(new byte[] {1, 2}));
    }

    public void optionalTypesAreNullUnlessSet() {
        wire.answer(200, "{\"message\":{\"optional\":{\"aByte\":null}}}");
        assertThat(client.echo(r -> {}).message().optional()).isEqualTo(Optional.builder().build());
        assertThat(Optional.builder().build().aBoolean()).isNull();
    }

    public void wrongTypesSayWhere() {
        assertFault("{\"message\":{\"optional\":{\"anInteger\":\"one\"}}}", "/message/optional/anInteger");
        assertFault("{\"message\":{\"optional\":{\"aByte\":128}}}", "/message/optional/aByte");
        assertFault("{\"message\":{\"optional\":{\"aString\":1}}}", "/message/optional/aString");
        assertFault("{\"message\":[]}", "/message");
        assertFault("{\"message\":", "Echo response");
    }

    private void assertFault(String answer, String place) {
        wire.answer(200, answer);
        assertThatThrownBy(() -> client.echo(r -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining(place);
    }

    private static Mandatory mandatory() {
        return Mandatory.builder().aString("s").aBoolean(true).aByte(Byte.MIN_VALUE).aShort(Short.MAX_VALUE)
                .anInteger(Integer.MIN_VALUE).aLong(Long.MAX_VALUE).aFloat(1.5f).aDouble(Double.NaN)
                .aBigInteger(new BigInteger("123456789012345678901234567890"))
                .aBigDecimal(new BigDecimal("0.1234567890123456789")).aBlob(Blob.of(new byte[] {1, 2}))
                .aTimestamp(Instant.ofEpochMilli(1500)).aCharacter("c").build();
    }
}
