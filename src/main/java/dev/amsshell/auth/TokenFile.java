package dev.amsshell.auth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import dev.amsshell.base.PrivateFiles;
import dev.amsshell.config.ConfigurationProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of tokens that its owner alone can read, from its first byte on. The one that MSAL's own
 * extension writes can be read by others for a moment and after.
 */
final class TokenFile implements ITokenCacheAccessAspect {
  private final Path file;

  TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public void beforeCacheAccess(ITokenCacheAccessContext context) {
    try {
      context.tokenCache().deserialize(Files.readString(file));
    } catch (NoSuchFileException e) {
      // nothing is kept yet
    } catch (IOException | RuntimeException e) {
      // without what it says, which may quote the file
      throw new ConfigurationProblem(
          "the sign-in that is kept in %s cannot be read".formatted(file),
          "Forget it and sign in again: ams-shell logout, ams-shell login.");
    }
  }

  @Override
  public void afterCacheAccess(ITokenCacheAccessContext context) {
    if (!context.hasCacheChanged()) {
      return;
    }
    try {
      PrivateFiles.replace(file, context.tokenCache().serialize().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw UserTokenCache.unwritable(file, e);
    }
  }
}
