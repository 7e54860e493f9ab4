/** `<service>:<point>:<nth hit>` kills the process there, as a power cut would. Only tests set it. */
export function failpointFor(service: string, setting: string | undefined): (name: string) => void {
  const [target, point, nth = '1'] = (setting ?? '').split(':');
  if (target !== service) return () => undefined;
  let hits = 0;
  return (name) => {
    if (name !== point) return;
    hits += 1;
    if (hits === Number(nth)) process.kill(process.pid, 'SIGKILL');
  };
}
