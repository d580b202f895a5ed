import type { ServerBuild } from "react-router";

/**
 * React Router goes through all routes of a build on every request, hundreds by now. An address begins with a word that few pages share,
 * so each word has a build of its own, with those pages and the frames around them; made once, when first asked for.
 */
export function narrowBuilds<Made>(build: ServerBuild, make: (build: ServerBuild) => Made) {
  const words = new Set(Object.values(build.routes).map((route) => wordOf(route?.path ?? "")));
  const made = new Map<string, Made>();
  return (pathname: string): Made => {
    const asked = wordOf(pathname);
    // Whatever begins with no page's word is the first page, or one that is missing.
    const word = words.has(asked) ? asked : "";
    const known = made.get(word) ?? make(buildOf(build, word));
    made.set(word, known);
    return known;
  };
}

/** "dasbor" of "/dasbor/tangga" and of its data, "en/dasbor" of "/en/dasbor"; "" where a page may begin with any word. */
function wordOf(path: string): string {
  const [first = "", second = ""] = decoded(path)
    .toLowerCase()
    .split("/")
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.data$/, ""));
  const word = first === "en" && second !== "" ? `en/${second}` : first;
  return /[:*?]/.test(word) || word === "en" ? "" : word;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function buildOf(build: ServerBuild, word: string): ServerBuild {
  const isOf = (path: string | undefined) => [word, ""].includes(wordOf(path ?? ""));
  const routes = Object.fromEntries(Object.entries(build.routes).filter(([, route]) => isOf(route?.path)));
  const known = Object.entries(build.assets.routes).filter(([id]) => id in routes);
  return {
    ...build,
    routes,
    assets: { ...build.assets, routes: Object.fromEntries(known) },
  };
}
