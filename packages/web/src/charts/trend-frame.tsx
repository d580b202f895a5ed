import { type ReactElement, type ReactNode, useId } from "react";
import type { TrendSize } from "./trend-scale.ts";
import styles from "./trend.module.css";

/** The picture itself at one size, with what it shows in words; text in it is never scaled. */
export function TrendFrame(props: {
  readonly size: TrendSize;
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const { width, height, font } = props.size;
  return (
    <svg
      className={styles["drawing"]}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
      fontSize={font}
    >
      <title id={`${id}-t`}>{props.title}</title>
      <desc id={`${id}-d`}>{props.summary}</desc>
      {props.children}
    </svg>
  );
}
