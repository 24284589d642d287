package io.exchangesync.ejb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exchangesync.core.model.Field;
import io.exchangesync.core.model.FieldValues;
import org.junit.jupiter.api.Test;

class FieldValuesJsonTest {
  private static final FieldValues VALUES =
      FieldValues.none().with(Field.SUBJECT, "Møte \"A\"\n\u0001").with(Field.BODY, "");

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(FieldValuesJson.read(FieldValuesJson.write(VALUES))).isEqualTo(VALUES);
    assertThat(FieldValuesJson.write(FieldValues.none())).isEqualTo("{}");
  }

  @Test
  void aFieldOfANewerVersionIsLeftOut() {
    assertThat(FieldValuesJson.read("{\"SUBJECT\":\"a\",\"SOMETHING_NEW\":\"b\"}"))
        .isEqualTo(FieldValues.none().with(Field.SUBJECT, "a"));
  }

  @Test
  void brokenJsonIsNotTakenForAnEmptyBase() {
    assertThatThrownBy(() -> FieldValuesJson.read("{\"SUBJECT\""))
        .isInstanceOf(IllegalStateException.class);
  }
}
