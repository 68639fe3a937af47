/** Words as somebody typed them: their own lines, and whichever way they are written. */
export function AsTyped({ children }: { children: string }) {
  return (
    <span class="opensend-as-typed" dir="auto">
      {children}
    </span>
  );
}
