package org.cubecheck.vocabulary;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers of variables, or dimensions, of what {@link CubeDomain} generates for a parameter: {@code @ForAll
 * @Variables(3) BooleanFunction f}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Variables {

    /** Exactly so many; -1 where a range is given. */
    int value() default -1;

    /** The least number. */
    int min() default 0;

    /** The largest number. */
    int max() default 3;
}
