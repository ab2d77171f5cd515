const OLDEST_MAJOR = 22;

/** Plain JavaScript without imports, so that it can answer on any Node. */
export function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= OLDEST_MAJOR) return;
  console.error(
    `Yeoul needs Node ${OLDEST_MAJOR} or newer and this is Node ${process.versions.node}: ` +
      "`npm run setup` brings a newer one along, and `npm run …` and `npm start` then use it.",
  );
  process.exit(1);
}
