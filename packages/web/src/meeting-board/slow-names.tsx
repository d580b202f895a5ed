import { type ReactElement, useEffect, useRef } from "react";
import { meetingBoardTexts } from "#language/meeting-board.ts";
import { useTexts } from "#language/use-texts.ts";
import styles from "./board.module.css";

const stepMillis = 60;
/** Steps to wait at either end, so that first and last names can be read. */
const restSteps = 50;

/** Names that pass slowly where they do not fit. They stand still on demand, under the pointer, and where motion is not wanted. */
export function SlowNames(props: {
  readonly names: readonly string[];
  readonly isStill: boolean;
}): ReactElement {
  const t = useTexts(meetingBoardTexts);
  const { names, isStill } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null || isStill) return undefined;
    let rest = restSteps;
    const timer = setInterval(() => {
      const end = element.scrollHeight - element.clientHeight;
      if (end <= 1 || element.matches(":hover, :focus")) return;
      if (rest > 0) rest -= 1;
      else if (element.scrollTop >= end - 1) {
        element.scrollTop = 0;
        rest = restSteps;
      } else {
        element.scrollTop += 1;
        if (element.scrollTop >= end - 1) rest = restSteps;
      }
    }, stepMillis);
    return () => clearInterval(timer);
  }, [isStill, names.length]);
  return (
    <div
      className={styles["names"]}
      ref={box}
      role="group"
      aria-label={t.waitedFor(String(names.length))}
      tabIndex={0}
    >
      <p>{names.join(" · ")}</p>
    </div>
  );
}
