import { randomUUID } from "node:crypto";
import { inject, onTestFinished } from "vitest";
import { runAsAdmin, urlOf } from "./template-database.ts";

/** The address of a database with nothing in it, on the server of the tests; dropped when the test ends, or when `atEnd` says. */
export async function emptyDatabase(
  atEnd: (drop: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const { adminUrl, template } = inject("testServer");
  const name = `${template}_empty_${randomUUID().slice(0, 8)}`;
  await runAsAdmin(adminUrl, [`create database ${name}`]);
  atEnd(() => runAsAdmin(adminUrl, [`drop database if exists ${name} with (force)`]));
  return urlOf(adminUrl, name);
}
