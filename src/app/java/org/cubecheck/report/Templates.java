package org.cubecheck.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The templates beside this class. One whose name ends in {@code .ftlh} escapes every value for HTML. */
final class Templates {

    private static final Configuration CONFIGURATION = configuration();

    private Templates() {}

    private static Configuration configuration() {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Templates.class, "");
        configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setFallbackOnNullLoopVariable(false);
        return configuration;
    }

    /** The text that a template makes of a model. */
    static String render(String template, Object model) {
        var text = new StringWriter();
        try {
            CONFIGURATION.getTemplate(template).process(Map.of("page", model), text);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (TemplateException broken) {
            throw new IllegalStateException("template " + template + ": " + broken.getMessage(), broken);
        }
        return text.toString();
    }
}
