export interface ModelOption {
  readonly id: string;
  readonly label: string;
  /** The built-in demo, which is no language model. */
  readonly isDemo: boolean;
}

/** What a page may tell the browser about its models: nothing but this. */
export function toModelOptions(models: readonly ModelOption[]): ModelOption[] {
  return models.map(({ id, label, isDemo }) => ({ id, label, isDemo }));
}
