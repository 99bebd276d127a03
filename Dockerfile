# Built in two stages: a JDK 25 with Maven makes the program, a JRE 25 with Tesseract runs it.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml mvnw sourcebook ./
COPY src ./src
COPY frontend ./frontend
RUN ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar target/sourcebook.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      curl fontconfig fonts-dejavu-core libopenjp2-tools tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-rus tesseract-ocr-ara tesseract-ocr-chi-sim \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home --shell /usr/sbin/nologin sourcebook \
 && install -d -o sourcebook -g sourcebook /archive
COPY --from=build --chown=root:root /app /app
# Classes loaded and linked ahead, by this very runtime: the server plays its first minutes to itself. Without the cache
# it starts as well, but slower.
ENV LC_ALL=C.UTF-8
RUN mkdir /tmp/rehearsal \
 && { java --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -XX:+UseG1GC -XX:AOTCacheOutput=/app/serve.aot \
      -Dspring.aot.enabled=true -Dorg.sqlite.lib.path=/app/native -Dsourcebook.rehearsal=true -jar /app/sourcebook.jar serve --archive /tmp/rehearsal || true; } \
 && rm -rf /tmp/rehearsal
USER sourcebook
ENV SOURCEBOOK_ARCHIVE=/archive SOURCEBOOK_JAVA_OPTIONS=""
# The second compiler waits until the server is up (docs/decisions/0023), as in the launcher.
ENV PATIENCE="-XX:Tier2InvokeNotifyFreqLog=18 -XX:Tier2BackedgeNotifyFreqLog=21 -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
VOLUME /archive
EXPOSE 8080
# Inside a container the page must be reachable from outside it, so an account is demanded: the one-time token for the
# first password is in the log (docker logs).
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD curl --fail --silent --output /dev/null --header "Host: localhost" http://127.0.0.1:8080/api/health || exit 1
# The cache is of the collector G1; with another one in SOURCEBOOK_JAVA_OPTIONS, of which there may be only one, the server
# starts without most of what the cache saves.
ENTRYPOINT ["sh", "-c", "case \" $SOURCEBOOK_JAVA_OPTIONS \" in *' -XX:+Use'*'GC '*) collector= ;; *) collector=-XX:+UseG1GC ;; esac; exec java --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders $collector -XX:AOTCache=/app/serve.aot -Dspring.aot.enabled=true -Dorg.sqlite.lib.path=/app/native $PATIENCE -Xlog:aot=off -Xlog:cds=off $SOURCEBOOK_JAVA_OPTIONS -jar /app/sourcebook.jar \"$@\"", "sourcebook"]
CMD ["serve", "--address", "0.0.0.0", "--port", "8080"]
