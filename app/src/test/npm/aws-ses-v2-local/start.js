// Past the package's own command, which needs a newer node than the server itself does.
require("aws-ses-v2-local").default({ host: "127.0.0.1", port: Number(process.argv[2]) });

// Ends with whoever started it, however that ends.
process.stdin.on("end", () => process.exit()).resume();
