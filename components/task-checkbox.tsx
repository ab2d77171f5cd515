"use client";

import { useUiText } from "./ui-text-context";

/** The box of a task list's item; nobody can tick it. */
export function TaskCheckbox({ isDone }: { isDone: boolean }) {
  const { task } = useUiText();
  return (
    <input
      type="checkbox"
      checked={isDone}
      disabled
      readOnly
      aria-label={isDone ? task.done : task.open}
    />
  );
}
