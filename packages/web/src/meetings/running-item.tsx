import type { AgendaClock } from "@tuwai/domain/meetings";
import type { ReactElement } from "react";
import { formatNumber, formatTime } from "#language/format.ts";
import { agendaTexts } from "#language/meeting-agenda.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Progress } from "#ui";
import type { AgendaRefusal } from "./act-on-agenda.ts";
import type { AgendaData } from "./load-agenda.ts";
import styles from "./agenda.module.css";
import { NotesField } from "./notes-field.tsx";
import { spellSeconds } from "./spell-seconds.ts";
import { useAgendaKeys } from "./use-agenda-keys.ts";

/** What runs now, how much of its time is left, when the meeting will end; its notes and the ways on are one form. */
export function RunningItem(props: {
  readonly page: AgendaData;
  readonly clock: AgendaClock;
  readonly refused: AgendaRefusal;
  /** Where another item's notes stand on the page, these do not. */
  readonly hasNotes: boolean;
}): ReactElement {
  const t = useTexts(agendaTexts);
  const language = useLanguage();
  useAgendaKeys();
  const { page, clock, refused, hasNotes } = props;
  const running = page.items.find(({ id }) => id === clock.runningId);
  const left = clock.items.find(({ id }) => id === clock.runningId)?.leftSeconds ?? 0;
  const late = Math.round(clock.lateSeconds / 60);
  const number = (n: number) => formatNumber(language, n);
  const lateness = late > 0 ? t.late(number(late)) : late < 0 ? t.early(number(-late)) : t.onTime;
  return (
    <section className={styles["now"]}>
      <p className="small">{t.now}</p>
      <h2>{running?.title ?? t.none}</h2>
      {running !== undefined && (
        <p className={left < 0 ? styles["over"] : styles["left"]} role="timer">
          {left < 0 ? t.over(spellSeconds(-left)) : t.left(spellSeconds(left))}
        </p>
      )}
      <p className={late > 0 ? styles["late"] : undefined}>
        {t.ends(formatTime(language, new Date(clock.ends)))} {lateness}
      </p>
      {page.mayRun && (
        <form method="post" className={styles["form"]} key={clock.runningId}>
          <OperationField id={page.operation} />
          {running !== undefined && hasNotes && (
            <NotesField item={running} operation={page.notesOperation} refused={refused} />
          )}
          <Ways page={page} clock={clock} hasNotes={hasNotes} />
          <p className="small no-print">{t.keys}</p>
        </form>
      )}
      <Progress
        label={t.progressLabel}
        done={clock.done}
        total={clock.held}
        text={t.progress(number(clock.done), number(clock.held))}
      />
    </section>
  );
}

/** Each button names the item it starts; the form's other fields stand beside them. */
function Ways(props: { readonly page: AgendaData; readonly clock: AgendaClock; readonly hasNotes: boolean }) {
  const { page, clock, hasNotes } = props;
  const t = useTexts(agendaTexts);
  const titleOf = (id: string) => page.items.find((item) => item.id === id)?.title ?? "";
  const { nextId, previousId, runningId } = clock;
  return (
    <Actions>
      {runningId !== null && hasNotes && (
        <Button look="plain" name="aksi" value="catat">
          {t.saveNotes}
        </Button>
      )}
      {nextId !== null && (
        <Button id="acara-berikut" name="aksi" value={`mulai:${nextId}`}>
          {t.next(titleOf(nextId))}
        </Button>
      )}
      {runningId !== null && (
        <Button look="plain" name="aksi" value={`selesai:${runningId}`}>
          {t.finish}
        </Button>
      )}
      {previousId !== null && (
        <Button look="plain" id="acara-sebelum" name="aksi" value={`mulai:${previousId}`}>
          {t.previous(titleOf(previousId))}
        </Button>
      )}
    </Actions>
  );
}
