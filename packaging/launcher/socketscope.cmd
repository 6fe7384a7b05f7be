@rem Starts what the last build compiled. Written by the build; the original is in packaging\launcher.
@"${java.home}\bin\java" --module-path "${project.build.outputDirectory}${path.separator}${module.path}" -XX:-UsePerfData --enable-native-access=${native.access} --add-exports=${desktop.name} --module socketscope/${main.class} %*
