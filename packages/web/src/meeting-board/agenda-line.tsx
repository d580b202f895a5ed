import type { Board } from "@tuwai/server/meeting-board";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import styles from "./board.module.css";

/** What the meeting is at and how much of its minutes is left; below zero it goes on counting. */
export function AgendaLine(props: {
  readonly item: NonNullable<Board["item"]>;
  readonly now: number;
}): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const language = useLanguage();
  const { item, now } = props;
  const left = Math.round((item.startedAt + item.minutes * 60_000 - now) / 1000);
  const number = (n: number) => formatNumber(language, n);
  return (
    <p className={styles["agenda"]}>
      <span>{t.agenda(number(item.position), number(item.items), item.title)}</span>{" "}
      <b role="timer" data-over={left < 0}>
        {left < 0 ? t.over(minutesOf(-left)) : t.left(minutesOf(left))}
      </b>
    </p>
  );
}

const minutesOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
