const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];

/**
 * Optional dependencies that some package of the lock names and the lock does not hold.
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} packages
 * @returns {[path: string, version: string][]}
 */
export function missingOptionals(packages) {
  const missing = new Map();
  for (const { optionalDependencies = {} } of Object.values(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      const isThere = Object.keys(packages).some((key) => key === path || key.endsWith(`/${path}`));
      if (!isThere) missing.set(path, version);
    }
  return [...missing];
}

/**
 * Where a package may run, read from its name: `binding-linux-arm64-musl`.
 * @param {string} path
 */
export function platformOf(path) {
  const words = path.split(/[/-]/);
  const os = systems.filter((name) => words.includes(name));
  const cpu = processors.filter((name) => words.includes(name));
  const isMusl = words.some((word) => word.startsWith("musl"));
  const isGnu = words.some((word) => word.startsWith("gnu"));
  const libc = isMusl ? ["musl"] : isGnu ? ["glibc"] : [];
  return { ...(cpu.length && { cpu }), ...(os.length && { os }), ...(libc.length && { libc }) };
}
