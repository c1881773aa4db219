export function SetupSteps() {
  return null;
}
