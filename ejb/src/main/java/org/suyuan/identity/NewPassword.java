package org.suyuan.identity;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.util.Objects;

/** A password that somebody chooses for himself, entered twice. */
public class NewPassword implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull(message = "{identity.password.required}")
    @StrongPassword
    private transient String password;

    private transient String repeated;

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }

    @AssertTrue(message = "{identity.password.differs}")
    public boolean isRepeatedAlike() {
        return Objects.equals(password, repeated);
    }
}
