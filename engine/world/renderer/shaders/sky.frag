in vec2 uv;
out vec4 color;
float cloud_cover(vec2 p, float cover) {
    float base = value_noise(p), detail = value_noise(p * 2.3 + base), fine = value_noise(p * 5.1 - base * 0.7), finest = value_noise(p * 11.0 + fine);
    float shape = 0.46 * base + 0.29 * detail + 0.16 * fine + 0.09 * finest;
    return smoothstep(0.74 - 0.62 * cover, 0.96 - 0.52 * cover, shape + 0.12 * cover);
}
void main() {
    vec3 d = normalize(ray_through(uv));
    vec3 sky = sky_gradient(d);
    float moon = sun_direction.w;
    float toward = dot(d, sun_direction.xyz);
    float up = max(d.y, 0.0);
    // Stars twinkle on cells of a direction grid.
    vec3 axis = abs(d);
    float major = max(axis.x, max(axis.y, axis.z));
    vec3 face = d / major * 48.0;
    vec2 cell_uv = axis.y >= major ? face.xz : (axis.x >= major ? face.yz + 131.0 : face.xy + 267.0);
    vec2 cell = floor(cell_uv);
    vec2 away = cell_uv - cell - 0.15 - 0.7 * hash2(cell);
    float magnitude = hash1(cell + 91.0);
    float star_size = max(48.0 * screen.w * lens.y * 1.5, 0.035);
    float star = exp(-dot(away, away) / (star_size * star_size)) * smoothstep(0.55, 1.0, magnitude);
    star *= 0.85 + 0.15 * sin(eye.w * (2.0 + 5.0 * magnitude) + magnitude * 40.0);
    vec3 tint = mix(vec3(0.75, 0.85, 1.0), vec3(1.0, 0.88, 0.7), hash1(cell + 7.0));
    float sky_open = smoothstep(0.0, 0.18, d.y);
    sky += star * tint * sky_horizon.w * sky_open * 0.8;
    // Sun or moon.
    float size = mix(0.99978, 0.99955, moon);
    float soft = mix(0.00012, 0.00005, moon);
    float disc = smoothstep(size - soft, size + soft, toward);
    vec3 moon_side = normalize(cross(sun_direction.xyz, vec3(0.0, 1.0, 0.01)));
    float mare = value_noise(vec2(dot(d, moon_side), d.y) * 160.0);
    vec3 disc_color = mix(sun_color.rgb * 6.0, vec3(1.5, 1.45, 1.3) * (0.72 + 0.4 * mare), moon);
    float halo = mix(0.30, 0.18, moon) * pow(max(toward, 0.0), 900.0) + mix(0.08, 0.05, moon) * pow(max(toward, 0.0), 60.0);
    vec3 halo_color = mix(sun_color.rgb, vec3(0.5, 0.6, 0.8), moon);
    float covered = 0.0;
    vec3 cloud_color = vec3(0.0);
    if (sky_top.w > 0.01) {
        vec2 plane = d.xz / (up + 0.12) * 1.15 + weather.zw * eye.w * 0.006 + eye.w * 0.003;
        covered = cloud_cover(plane, sky_top.w) * smoothstep(0.0, 0.16, d.y);
        vec2 to_sun = sun_direction.xz / (abs(sun_direction.y) + 0.3);
        float thick = cloud_cover(plane + to_sun * 0.22, sky_top.w);
        float lit = 1.0 - 0.75 * thick;
        vec3 shade = mix(sky_horizon.rgb * 0.62, sky_top.rgb, 0.2) * mix(1.0, 0.75, sky_top.w);
        vec3 bright = sky_horizon.rgb * 0.55 + sun_color.rgb * (0.26 - 0.16 * moon) * (1.0 - 0.72 * sky_top.w);
        cloud_color = mix(shade, bright, lit);
        cloud_color += halo_color * pow(max(toward, 0.0), 8.0) * 0.22 * (1.0 - thick) * (1.0 - moon * 0.7);
    }
    sky += (disc * disc_color + halo * halo_color) * (1.0 - covered) * (1.0 - smoothstep(0.5, 0.95, sky_top.w) * 0.95);
    sky = mix(sky, cloud_color, covered * 0.92);
    // Fog lies 12 m deep: the lower the look, the more of it.
    float haze = 1.0 - exp(-fog_color.w * 12.0 / (up + 0.07));
    sky = mix(sky, fog_color.rgb, haze * exp(min(d.y, 0.0) * 9.0) * (1.0 - tone.y));
    sky = mix(sky, sky_horizon.rgb * 0.9, tone.y * 0.3);
#ifdef CLAY
    sky = mix(vec3(0.62, 0.60, 0.58), vec3(0.80, 0.77, 0.74), exp(-up * 3.0)) * mix(1.0, 0.55, moon);
#endif
    color = vec4(min(sky, 60.0), 1.0);
}
