/** What has no owner is everybody's who knows its id; anything else exists for its owner only. */
export function isVisibleTo(
  ownerId: string | null,
  thing: { readonly ownerId: string | null },
): boolean {
  return thing.ownerId === null || thing.ownerId === ownerId;
}
