import { join } from "node:path";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { Trouble } from "./trouble.mjs";

const pinned = join(root, "node_modules/.bin/node");

/**
 * The Node that runs everything but the launcher: 24 as npm delivered it, else the user's own from 22.22 on.
 * It is really started once, because a binary for another C library is present and yet does not run.
 */
export async function findNode() {
  const { status, output } = await run([pinned, "-p", "process.versions.node"]);
  if (status === 0 && atLeast(output, 24, 0)) return pinned;
  if (atLeast(process.versions.node, 22, 22)) return process.execPath;
  throw new Trouble("node-too-old", {
    version: process.version,
    platform: `${process.platform}-${process.arch}`,
  });
}

/** @param {string} version @param {number} major @param {number} minor */
function atLeast(version, major, minor) {
  const [ours = 0, theirs = 0] = version.trim().split(".").map(Number);
  return ours > major || (ours === major && theirs >= minor);
}
