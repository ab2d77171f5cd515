/** Stands where the answer is going to begin. */
export function Ripple() {
  return (
    <div aria-hidden className="ripple">
      <span />
      <span />
      <span />
    </div>
  );
}
