package sourcebook.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Who gets in: on this computer everybody, through [Guard]; from a network nobody without the account.
///
/// There are no tokens against forged requests (CSRF) in either case: [Guard] refuses whatever another origin sends,
/// for all paths alike, those of the views included.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {
    private static final String REALM = "Basic realm=\"Sourcebook\", charset=\"UTF-8\"";
    private static final String[] OPEN = {
        LoginPages.LOGIN,
        LoginPages.FIRST_START,
        "/api/health",
        "/api/feeds/*", // each has a secret in its address
        "/frontend/access.css",
        "/frontend/sourcebook.css",
        "/frontend/icon.svg"
    };

    @Bean
    Binding binding(Environment environment) {
        return Binding.of(environment);
    }

    /// Without an address in the settings a server would listen everywhere.
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> listenWhereTold(Binding binding) {
        return factory -> factory.setAddress(binding.inetAddress());
    }

    @Bean
    CookieSameSiteSupplier cookiesStayHere() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    Access access(DataSource database, Binding binding) {
        return new Access(database, binding.accountRequired());
    }

    /// Its presence also keeps Boot from making an account of its own and printing its password.
    @Bean
    AuthenticationProvider accountAuthentication(Access access) {
        return new AccountAuthentication(access);
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http, Binding binding) {
        http.csrf(AbstractHttpConfigurer::disable)
                .headers(ResponseHeaders::configure)
                .addFilterAfter(new Guard(binding), HeaderWriterFilter.class);
        if (binding.accountRequired()) {
            demandAccount(http);
        } else {
            http.authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                    .requestCache(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        }
        return http.build();
    }

    private static void demandAccount(HttpSecurity http) {
        RequestMatcher data =
                request -> path(request).equals("/api") || path(request).startsWith("/api/");
        http.authorizeHttpRequests(rules -> rules
                        // a forwarded request and an error's page belong to a request that was judged already
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(LoginPages.LOGIN)
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, failure) -> response.sendRedirect(LoginPages.LOGIN
                                + (failure instanceof LockedException ? "?said=wait" : "?said=wrong"))))
                .httpBasic(basic -> basic.authenticationEntryPoint(AccessConfiguration::refuse))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LoginPages.LOGOUT))
                        .logoutSuccessHandler(
                                (request, response, who) -> response.sendRedirect(LoginPages.LOGIN + "?said=out"))
                        .deleteCookies("SOURCEBOOK", "JSESSIONID"))
                .requestCache(cache -> cache.requestCache(onlyPages()))
                .exceptionHandling(
                        refusals -> refusals.defaultAuthenticationEntryPointFor(AccessConfiguration::refuse, data)
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(LoginPages.LOGIN), request -> true));
    }

    /// After the login one gets to the page that was asked for, never to a piece of one.
    private static CookieRequestCache onlyPages() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            return request.getMethod().equals("GET")
                    && request.getParameter("v-r") == null
                    && !path(request).startsWith("/VAADIN/")
                    && !path(request).startsWith("/api/")
                    && accept != null
                    && accept.contains("text/html");
        });
        return cache;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof LockedException) {
            String sentence = reason.getMessage();
            Problem.write(response, HttpStatus.TOO_MANY_REQUESTS, sentence == null ? "Too many attempts." : sentence);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM);
        Problem.write(response, HttpStatus.UNAUTHORIZED, "This archive needs its account: name and password.");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
