import type { CarriedOver } from "@tuwai/server/follow-ups";
import type { ReactElement } from "react";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, Card } from "#ui";

/** With what a meeting opens: what the last one decided and what became of it; nothing where none came before. */
export function CarriedOverCard({
  carried,
  isCard,
}: {
  readonly carried: CarriedOver | null;
  /** A card opens no list beyond the meeting. */
  readonly isCard: boolean;
}): ReactElement | null {
  const t = useTexts(followUpTexts).carried;
  const language = useLanguage();
  const to = useLocalPath();
  if (carried === null) return null;
  const { meeting, counts } = carried;
  const number = (n: number) => formatNumber(language, n);
  return (
    <Card title={t.title(meeting.title)}>
      <p className="figure-number">
        {number(counts.kept)}/{number(counts.all)}
      </p>
      <p>{t.lead(number(counts.kept), number(counts.all))}</p>
      <p>{t.counts(number(counts.late), number(counts.cannot), number(counts.running + counts.waiting))}</p>
      {!isCard && (
        <div>
          <ButtonLink look="plain" href={to(`/tindak-lanjut?rakor=${meeting.code}`)}>
            {t.look}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
