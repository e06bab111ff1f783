/**
 * How common web servers are told to serve a split bundle. What a file's name holds
 * a hash of is kept for a year; the index is asked for anew each time, and answered
 * with 304 while it is the same. Any page may read these files: policies are public,
 * and a browser checks `integrity` only where it may read.
 */

export interface ServerSettings {
  readonly name: string;
  readonly text: string;
}

const forever = 'public, max-age=31536000, immutable';
const type = 'application/json; charset=utf-8';

/**
 * Netlify, Cloudflare Pages and others. Where two rules match, their values are joined with a comma: so none overlap.
 */
const headers = `# Netlify, Cloudflare Pages and hosts alike read this file in the root of the site.
# These paths are for this folder published as the root. Where it is published at
# /policies/, put /policies before each path and move the rules to the root's _headers.
# The host compresses by itself; it does not need the .br and .gz files.

/bundle.json
  Content-Type: ${type}
  Cache-Control: no-cache
  X-Content-Type-Options: nosniff
  # For pages of other sites that show this bundle. Not needed on the same site.
  Access-Control-Allow-Origin: *

/texts/*
  Content-Type: ${type}
  Cache-Control: ${forever}
  X-Content-Type-Options: nosniff
  Access-Control-Allow-Origin: *
`;

const nginx = `# nginx: include this file in a server block, and set the folder and its address:
# here the folder /srv/policies, published at /policies/.
# gzip_static and brotli_static send the .gz and .br files that stand beside the others.
# brotli_static needs the module ngx_brotli: with it, take away its two comment signs.
# Where a location has headers of its own, nginx leaves out those of the server: add them here too.

location = /policies/bundle.json {
  alias /srv/policies/bundle.json;
  types { }
  default_type "${type}";
  gzip_static on;
  gzip_vary on;
  # brotli_static on;
  add_header Cache-Control "no-cache";
  add_header X-Content-Type-Options "nosniff";
  # For pages of other sites that show this bundle. Not needed on the same site.
  add_header Access-Control-Allow-Origin "*";
}

location ^~ /policies/texts/ {
  alias /srv/policies/texts/;
  types { }
  default_type "${type}";
  gzip_static on;
  gzip_vary on;
  # brotli_static on;
  add_header Cache-Control "${forever}";
  add_header X-Content-Type-Options "nosniff";
  add_header Access-Control-Allow-Origin "*";
}
`;

/**
 * A 404 must not be kept for a year: hence `file` in the matcher. `Vary` is set late, because the file server adds
 * its own to what is compressed only.
 */
const caddy = `# Caddy: put this inside your site's block, and set the folder and its address:
# here the folder /srv/policies, published at /policies/.

handle_path /policies/* {
	root * /srv/policies
	@index {
		path /bundle.json
		file
	}
	@text {
		path /texts/*.json
		file
	}
	header @index {
		defer
		Vary "Accept-Encoding"
		Content-Type "${type}"
		Cache-Control "no-cache"
		X-Content-Type-Options "nosniff"
		# For pages of other sites that show this bundle. Not needed on the same site.
		Access-Control-Allow-Origin "*"
	}
	header @text {
		defer
		Vary "Accept-Encoding"
		Content-Type "${type}"
		Cache-Control "${forever}"
		X-Content-Type-Options "nosniff"
		Access-Control-Allow-Origin "*"
	}
	file_server {
		precompressed br gzip
	}
}
`;

export const serverSettings: readonly ServerSettings[] = [
  {name: '_headers', text: headers},
  {name: 'nginx.conf', text: nginx},
  {name: 'Caddyfile', text: caddy},
];
