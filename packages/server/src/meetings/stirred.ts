import type { App } from "#app";

type Listener = (app: App, meetingId: string) => void;

const listeners = new Set<Listener>();

/** Asks to be told in this process that something is about to be written of a meeting; whether it was, one looks oneself. */
export function onMeetingStirred(listener: Listener): void {
  listeners.add(listener);
}

export function stirMeeting(app: App, meetingId: string): void {
  for (const listener of listeners) listener(app, meetingId);
}
