/** What the build makes of the folder `dashboard`; see src/build/dashboard.mjs. */
declare module 'isms:dashboard' {
  /** The script and the style of the dashboard. */
  export const script: string;
  export const style: string;
  /** As a security policy names them: `sha256-…`. */
  export const scriptHash: string;
  export const styleHash: string;
}
