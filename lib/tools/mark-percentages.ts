const PIECE = /[(),]|[\d.)]%(?=\s*[-+])/g;

/**
 * `10%-5` is a percentage less five, not a remainder, so that much is put in parentheses:
 * `100+10%-5` becomes `(100+10%)-5`. `10 % -5`, with a space, stays a remainder.
 */
export function markPercentages(expression: string): string {
  const groupStarts = [0];
  const opening: number[] = [];
  const closing: number[] = [];
  for (const { 0: piece, index } of expression.matchAll(PIECE)) {
    if (piece.startsWith(")") || piece === ",") groupStarts.pop();
    if (piece === "(" || piece === ",") groupStarts.push(index + 1);
    if (piece.endsWith("%")) {
      opening.push(groupStarts.at(-1) ?? 0);
      closing.push(index + piece.length);
    }
  }
  return [...expression, ""]
    .map((character, index) => {
      const isAt = (position: number) => position === index;
      return (
        ")".repeat(closing.filter(isAt).length) +
        "(".repeat(opening.filter(isAt).length) +
        character
      );
    })
    .join("");
}
