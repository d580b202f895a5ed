import type { ReactElement } from "react";
import { lifeEventTexts } from "#language/life-events.ts";
import { moveTexts } from "#language/moves.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, Card } from "#ui";
import { eventPath, kindsNow } from "./kind-names.ts";

type Props = {
  readonly code: string;
  readonly person: { readonly isDead: boolean; readonly isAway: boolean };
  /** To another village of the city. */
  readonly mayMove: boolean;
};

/** A button for each event that may be told of this person, with what happens next and whose task it becomes. */
export function LifeEventLinks({ code, person, mayMove }: Props): ReactElement {
  const t = useTexts(lifeEventTexts).change;
  const moves = useTexts(moveTexts);
  const to = useLocalPath();
  const kinds = kindsNow(person);
  return (
    <Card title={t.title} id="peristiwa">
      {kinds.map((kind) => (
        <div key={kind} className="stack">
          <div>
            <ButtonLink look="plain" small href={to(eventPath(code, kind))}>
              {t.actions[kind]}
            </ButtonLink>
          </div>
          <p className="quiet small">{t.next[kind]}</p>
        </div>
      ))}
      {mayMove && kinds.includes("moved-away") && (
        <div className="stack">
          <div>
            <ButtonLink look="plain" small href={to(`/pekerja/${code}/pindah`)}>
              {moves.open}
            </ButtonLink>
          </div>
          <p className="quiet small">{moves.next}</p>
        </div>
      )}
      {kinds.length > 0 && <p className="quiet small">{t.undo}</p>}
      <p>
        <a href={to(`/pekerja/${code}/peristiwa`)}>{t.all}</a>
      </p>
    </Card>
  );
}
