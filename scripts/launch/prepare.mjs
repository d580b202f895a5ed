// What every command needs first: packages, Node 24, built pages. Each is skipped when it stands already.
import { install, isInstalled } from "./install.mjs";
import { findNode } from "./node-binary.mjs";
import { step } from "./step.mjs";
import { buildWeb, isBuilt } from "./web-build.mjs";

/** Installs and builds what is missing; returns the Node to run everything else with. */
export async function prepare() {
  const node = await prepareTools();
  if (!isBuilt()) await step("Halaman web · building the pages", () => buildWeb(node));
  return node;
}

/** As prepare, without the pages. */
export async function prepareTools() {
  if (!isInstalled()) await step("Paket, sekali saja · installing packages, once", install);
  return findNode();
}
