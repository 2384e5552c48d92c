@echo off
rem Starts Tickwright: without arguments the workstation, with a subcommand the command line.
setlocal enabledelayedexpansion
set "LIB=%~dp0..\lib"
set "FOUND="
if defined TICKWRIGHT_JAVA call :try "%TICKWRIGHT_JAVA%"
if not defined FOUND if defined TICKWRIGHT_JAVA call :try "%TICKWRIGHT_JAVA%\bin\java.exe"
if not defined FOUND if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do if not defined FOUND call :try "%%~D\bin\java.exe"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do if not defined FOUND call :try "%%J"
if not defined FOUND (
  echo Tickwright needs Java 25, and none was found. 1>&2
  echo Install a JDK 25 or set TICKWRIGHT_JAVA to its folder. 1>&2
  exit /b 1
)
rem What packaging prepared for a quick start, of the workstation or of a command.
set "START=command"
if "%~1"=="" set "START=window"
if "%~1"=="--home" if "%~3"=="" set "START=window"
set "CACHE="
if exist "%LIB%\%START%.aot" set CACHE=-XX:AOTCache="%LIB%\%START%.aot" -Xlog:aot=off -Xlog:cds=off
set "TUNING=4"
if "%START%"=="window" set "TUNING=2"
"%FOUND%" %CACHE% -XX:+IgnoreUnrecognizedVMOptions -XX:CompileThresholdScaling=%TUNING% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %TICKWRIGHT_JAVA_OPTIONS% -cp "%LIB%\tickwright.jar" org.tickwright.app.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
"%~1" -version 2>&1 | findstr /c:"version \"25" >nul && set "FOUND=%~1"
exit /b 0
