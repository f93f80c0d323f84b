"""What a browser meets: widgets, rendering, chart element, share link, errors, middleware, routes."""
