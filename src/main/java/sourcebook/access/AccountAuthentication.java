package sourcebook.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import sourcebook.access.Access.Recognition;

/// Lets Spring Security ask [Access] who somebody is.
final class AccountAuthentication implements AuthenticationProvider {
    private final Access access;

    AccountAuthentication(Access access) {
        this.access = access;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String password =
                claim.getCredentials() == null ? "" : claim.getCredentials().toString();
        String client =
                claim.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
        return switch (access.recognise(claim.getName(), password, client)) {
            case Recognition.Known(String name) -> {
                var known = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
                known.setDetails(claim.getDetails());
                yield known;
            }
            case Recognition.Unknown() -> throw new BadCredentialsException("Name or password is wrong.");
            case Recognition.TooSoon(String sentence) -> throw new LockedException(sentence);
        };
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }
}
