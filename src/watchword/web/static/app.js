/* built from frontend/src/app.ts */
