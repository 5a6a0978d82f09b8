// What the shell pages need to know; written by the build.
export default {
  "pages": {{ paths | tojson(2, 2) }},
  "members": {{ members | tojson(2, 2) }},
  "routes": [
    "navigateTo",
    "redirectTo",
    "reLaunch"
  ],
  "home": {{ home | tojson }}
}
