import { figuresByCover, outcomeOf, type WelfareFigure } from "@tuwai/domain/aftercare";
import { civilDate, type CivilDate } from "@tuwai/domain/time";
import { may, wholeCity } from "#access";
import { listFollowedClaims } from "#claims";
import { asSystem } from "#database";
import { read } from "#use-case";
import { readAftercareSettings } from "./aftercare-settings.ts";
import { listReadings } from "./decile.store.ts";

/** A figure, or null where it is of so few families that it would tell of one. */
export type ShownFigure = WelfareFigure | null;

export type FamilyFigures = {
  readonly families: number | null;
  readonly all: ShownFigure;
  readonly covered: ShownFigure;
  readonly uncovered: ShownFigure;
  readonly line: { readonly decile: number; readonly confirmed: boolean };
  /** The last release that was read. */
  readonly asOf: CivilDate | null;
  /** Fewer than so many are not told to whoever may not see deciles (reliability.md G.7, S9). */
  readonly least: number;
};

const least = 10;
const begin = civilDate("2000-01-01");

/** Families kept above poverty and families that fell, of the whole city; parted by whether BPJS paid. */
export const getFamilyFigures = read(
  { purpose: "family-figures", permission: "aftercare.figures" },
  ({ app, actor }): Promise<FamilyFigures> =>
    asSystem(app, async (tx) => {
      const { regionCode } = actor;
      const seesDeciles = may(actor, "aftercare.welfare");
      const claims = await listFollowedClaims(tx, wholeCity(regionCode), begin);
      const readings = await listReadings(
        tx,
        claims.map(({ claimId }) => claimId),
      );
      const { value: decile, confirmed } = (await readAftercareSettings(tx, regionCode))[
        "poverty-line-decile"
      ];
      const families = claims.map(({ claimId, happenedOn, received }) => ({
        outcome: outcomeOf(readings.get(claimId) ?? [], happenedOn, decile),
        isCovered: received > 0,
      }));
      const figures = figuresByCover(families);
      const shown = (figure: WelfareFigure, ...told: readonly WelfareFigure[]): ShownFigure =>
        seesDeciles || [figure, ...told].every(({ denominator }) => denominator >= least) ? figure : null;
      const days = [...readings.values()].flat().map(({ asOf }) => asOf);
      return {
        families: seesDeciles || claims.length >= least ? claims.length : null,
        all: shown(figures.all),
        // Of two parts of a told whole the one tells the other.
        covered: shown(figures.covered, figures.uncovered),
        uncovered: shown(figures.uncovered, figures.covered),
        line: { decile, confirmed },
        asOf: days.toSorted().at(-1) ?? null,
        least,
      };
    }),
);
