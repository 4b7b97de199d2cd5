@echo off
rem Starts ams-shell on Windows: builds it when it is missing or out of date and picks a JDK.
setlocal enableextensions
set "AMS_HOME=%~dp0.."
set "AMS_JAR=%AMS_HOME%\target\ams-shell.jar"

set "AMS_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "AMS_JAVA=%JAVA_HOME%\bin\java.exe"
rem an option that Java does not know before 16
"%AMS_JAVA%" --enable-native-access=ALL-UNNAMED -version >nul 2>&1
if errorlevel 1 (
  echo ams-shell: needs Java 17 or newer; install a JDK or set JAVA_HOME 1>&2
  exit /b 2
)

set "AMS_BUILD="
if not exist "%AMS_JAR%" set "AMS_BUILD=1"
if exist "%AMS_JAR%" (
  powershell -NoProfile -Command "$jar = (Get-Item $env:AMS_JAR).LastWriteTime; if (Get-ChildItem -Recurse ($env:AMS_HOME + '\src\main'), ($env:AMS_HOME + '\pom.xml') | Where-Object { $_.LastWriteTime -gt $jar }) { exit 1 }"
  if errorlevel 1 set "AMS_BUILD=1"
)
if defined AMS_BUILD (
  echo ams-shell: building, which takes about a minute the first time 1>&2
  pushd "%AMS_HOME%"
  call mvn -q -B -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo ams-shell: the build failed; its messages are above 1>&2
    exit /b 2
  )
  popd
)

"%AMS_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Dfile.encoding=UTF-8 %AMS_SHELL_JAVA_OPTS% -jar "%AMS_JAR%" %*
exit /b %errorlevel%
