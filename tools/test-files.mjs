import { execFileSync } from 'node:child_process';

/** Every test file that git knows or could know, whatever its suffix: jest's projects must have run each. */
export function testFilesOnDisk(root) {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => /([.-](spec|story)|\.test)\.[cm]?tsx?$/.test(file));
}
