package org.suyuan.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;

/** A quantity as people type it, also with full-width digits; never in scientific notation. */
@Named
@ApplicationScoped
public class QuantityConverter implements Converter<BigDecimal> {

    @Inject
    private Answers answers;

    @Inject
    private Format format;

    @Override
    public BigDecimal getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return parse(value).orElseThrow(() -> {
            var text = answers.text(
                    "portalText.quantityShape", component.getAttributes().get("label"));
            return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        });
    }

    /** Empty when this is no quantity. */
    public static Optional<BigDecimal> parse(String value) {
        var typed = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC);
        return typed.matches("[+-]?\\d{1,20}(\\.\\d{0,20})?")
                ? Optional.of(new BigDecimal(typed.endsWith(".") ? typed + "0" : typed))
                : Optional.empty();
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, BigDecimal value) {
        return format.quantity(value);
    }
}
