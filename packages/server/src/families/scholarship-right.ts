import { type App, part } from "#app";

/** Tells of each worker's death whether it brings scholarships, by cover and cause; absent of whom it knows no death. */
type Rights = (app: App, personIds: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;

export const scholarshipRightSources = part<Rights>("scholarship-rights");

export const rightsOf: Rights = async (app, personIds) =>
  (await scholarshipRightSources.all(app.features).at(-1)?.(app, personIds)) ?? new Map();
