import type { ReactElement } from "react";
import { formatNumber, formatRupiah, formatTime } from "#language/format.ts";
import { meetingTableTexts } from "#language/meeting-table.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, Card, Notice } from "#ui";
import styles from "./table.module.css";
import type { Queue, Waiting } from "./use-queue.ts";

type Props = {
  readonly queue: Queue;
  /** What was typed goes before what stands now. */
  readonly onTake: (item: Waiting) => void;
  /** The amount was looked at although it is large. */
  readonly onSure: (item: Waiting) => void;
};

/** What waits in this browser: rows not sent, rows beside which something else stands now, rows that were refused. */
export function QueueCards({ queue, onTake, onSure }: Props): ReactElement | null {
  const t = useTexts(meetingTableTexts);
  const language = useLanguage();
  const { items, line } = queue;
  const unsent = items.filter(({ conflict, refused }) => conflict === undefined && refused === undefined);
  return (
    <div className={styles["waits"]}>
      {unsent.length > 0 && line.state !== "fine" && (
        <Notice tone="warn" title={t.unsent.title(String(unsent.length))} announce>
          <p>
            {line.state === "out" ? t.unsent.out : t.unsent.gone(formatTime(language, new Date(line.since)))}
          </p>
          <p>{t.unsent.text}</p>
          <Button type="button" small look="plain" onClick={() => void queue.flush()}>
            {t.unsent.now}
          </Button>
        </Notice>
      )}
      {items.map((item) => {
        if (item.conflict !== undefined)
          return (
            <Conflict key={item.operation} item={item} onKeep={() => queue.drop(item)} onTake={onTake} />
          );
        return null;
      })}
      <Refused items={items} onDrop={(item) => queue.drop(item)} onSure={onSure} />
    </div>
  );
}

type RefusedProps = Pick<Props, "onSure"> & {
  readonly items: readonly Waiting[];
  readonly onDrop: (item: Waiting) => void;
};

/** One line for each: many of them must not hide the rows they are about. */
function Refused({ items, onDrop, onSure }: RefusedProps) {
  const t = useTexts(meetingTableTexts).refused;
  const refused = items.filter((item) => item.conflict === undefined && item.refused !== undefined);
  if (refused.length === 0) return null;
  return (
    <Notice tone="err" title={t.all(String(refused.length))} announce>
      <ul className={styles["refused"]}>
        {refused.map((item) => (
          <li key={item.operation}>
            <span>
              <a href={`#orang-${item.village}`}>{item.name}</a>: {item.refused!.text}
            </span>
            {item.refused!.isTooMuch && (
              <Button type="button" small look="plain" onClick={() => onSure(item)}>
                {t.sure}
                <span className="hidden-visually">: {item.name}</span>
              </Button>
            )}
            <Button type="button" small look="plain" onClick={() => onDrop(item)}>
              {t.drop}
              <span className="hidden-visually">: {item.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type ConflictProps = Pick<Props, "onTake"> & { readonly item: Waiting; readonly onKeep: () => void };

/** Both side by side: nothing is written over anything until somebody says so. */
function Conflict({ item, onKeep, onTake }: ConflictProps) {
  const t = useTexts(meetingTableTexts).conflict;
  const language = useLanguage();
  const rupiah = (n: number) => formatRupiah(language, n);
  const now = item.conflict!;
  return (
    <Card title={t.title(item.name)}>
      <div className={styles["sides"]}>
        <div>
          <p>
            {now.rupiah === 0
              ? t.none
              : t.theirs(formatNumber(language, now.heads), String(now.months), rupiah(now.rupiah))}
          </p>
          <Button type="button" onClick={onKeep}>
            {t.keep}
          </Button>
        </div>
        <div>
          <p>{t.mine(item.orang, item.bulan, rupiah(item.rupiah))}</p>
          <Button type="button" look="plain" onClick={() => onTake(item)}>
            {t.take}
          </Button>
        </div>
      </div>
    </Card>
  );
}
